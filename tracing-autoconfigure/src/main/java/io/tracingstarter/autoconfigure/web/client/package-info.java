/**
 * Auto-configuration of HTTP clients.
 */
@NullMarked
package io.tracingstarter.autoconfigure.web.client;

import org.jspecify.annotations.NullMarked;
