/**
 * What the exporters that speak HTTP share: one client, and one understanding of answers.
 */
@NullMarked
package io.tracingstarter.export.http;

import org.jspecify.annotations.NullMarked;
