package io.tracingstarter.cli.model;

/**
 * Where to look further.
 *
 * @param label what opens there, such as "Zipkin, trace 4bf9…"
 * @param url an http or https URL
 */
public record DeepLink(String label, String url) {

}
