/**
 * Auto-configuration of what exporters to Amazon's services share.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export.aws;

import org.jspecify.annotations.NullMarked;
