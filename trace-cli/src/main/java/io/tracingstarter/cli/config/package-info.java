/**
 * The sources as somebody configured them: a YAML file, flags, environment variables.
 */
@NullMarked
package io.tracingstarter.cli.config;

import org.jspecify.annotations.NullMarked;
