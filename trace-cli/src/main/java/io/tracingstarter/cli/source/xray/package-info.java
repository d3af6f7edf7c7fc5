/**
 * Asks X-Ray for the traces of a request: by its index of traces, or by Transaction
 * Search.
 */
@NullMarked
package io.tracingstarter.cli.source.xray;

import org.jspecify.annotations.NullMarked;
