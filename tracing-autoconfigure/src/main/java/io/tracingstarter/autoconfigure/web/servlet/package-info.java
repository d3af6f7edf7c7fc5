/**
 * Auto-configuration of the ids in servlet applications.
 */
@NullMarked
package io.tracingstarter.autoconfigure.web.servlet;

import org.jspecify.annotations.NullMarked;
