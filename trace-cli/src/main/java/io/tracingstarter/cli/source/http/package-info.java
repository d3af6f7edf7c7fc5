/**
 * Asks backends over HTTP with the JDK's client.
 */
@NullMarked
package io.tracingstarter.cli.source.http;

import org.jspecify.annotations.NullMarked;
