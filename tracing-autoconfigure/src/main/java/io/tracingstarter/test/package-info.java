/**
 * What a service's own tests ask about its traces. Needs AssertJ, which
 * {@code spring-boot-starter-test} brings.
 */
@NullMarked
package io.tracingstarter.test;

import org.jspecify.annotations.NullMarked;
