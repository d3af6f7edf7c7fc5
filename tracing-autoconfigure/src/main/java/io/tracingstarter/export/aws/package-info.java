/**
 * What exporters to Amazon's services share: signed requests, regions and credentials.
 */
@NullMarked
package io.tracingstarter.export.aws;

import org.jspecify.annotations.NullMarked;
