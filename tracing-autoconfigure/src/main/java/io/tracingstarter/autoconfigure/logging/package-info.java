/**
 * JSON logs in a Spring Boot application: the switch, the properties and the start-up.
 */
@NullMarked
package io.tracingstarter.autoconfigure.logging;

import org.jspecify.annotations.NullMarked;
