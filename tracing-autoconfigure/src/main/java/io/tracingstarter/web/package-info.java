/**
 * What servlet and WebFlux applications share.
 */
@NullMarked
package io.tracingstarter.web;

import org.jspecify.annotations.NullMarked;
