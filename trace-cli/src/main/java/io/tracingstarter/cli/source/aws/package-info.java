/**
 * What the AWS sources share: clients, calls that can be given up, errors in words, Logs
 * Insights, links into the console.
 */
@NullMarked
package io.tracingstarter.cli.source.aws;

import org.jspecify.annotations.NullMarked;
