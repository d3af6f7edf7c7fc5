/**
 * How finished spans leave the service: a bounded queue and one worker for each exporter,
 * so that a slow or dead backend delays neither a request nor another exporter.
 */
@NullMarked
package io.tracingstarter.export;

import org.jspecify.annotations.NullMarked;
