/**
 * What every feature's auto-configuration shares: the switch, the start-up line, the
 * failure that names a wrong property.
 */
@NullMarked
package io.tracingstarter.autoconfigure;

import org.jspecify.annotations.NullMarked;
