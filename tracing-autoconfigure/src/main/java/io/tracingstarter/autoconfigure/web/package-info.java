/**
 * Auto-configuration of what servlet and WebFlux applications share.
 */
@NullMarked
package io.tracingstarter.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
