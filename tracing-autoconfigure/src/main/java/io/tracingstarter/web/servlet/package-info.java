/**
 * Accepts and answers ids in servlet applications.
 */
@NullMarked
package io.tracingstarter.web.servlet;

import org.jspecify.annotations.NullMarked;
