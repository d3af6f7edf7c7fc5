/**
 * Asks Splunk.
 */
@NullMarked
package io.tracingstarter.cli.source.splunk;

import org.jspecify.annotations.NullMarked;
