/**
 * Auto-configuration of the exporter to AWS X-Ray.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export.xray;

import org.jspecify.annotations.NullMarked;
