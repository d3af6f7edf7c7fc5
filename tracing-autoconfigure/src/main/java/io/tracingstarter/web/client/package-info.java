/**
 * Propagates ids to the services that RestTemplate, RestClient and WebClient call.
 */
@NullMarked
package io.tracingstarter.web.client;

import org.jspecify.annotations.NullMarked;
