/**
 * Auto-configuration of the ids in WebFlux applications.
 */
@NullMarked
package io.tracingstarter.autoconfigure.web.reactive;

import org.jspecify.annotations.NullMarked;
