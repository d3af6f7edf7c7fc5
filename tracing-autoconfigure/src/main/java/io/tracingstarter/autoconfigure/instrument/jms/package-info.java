/**
 * Auto-configuration of what makes JMS visible.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.jms;

import org.jspecify.annotations.NullMarked;
