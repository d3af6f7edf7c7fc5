/**
 * Accepts and answers ids in WebFlux applications.
 */
@NullMarked
package io.tracingstarter.web.reactive;

import org.jspecify.annotations.NullMarked;
