package mysfits.web;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the page finds the other services.
 *
 * @param catalogueUrl base address of mysfits-service
 * @param likesUrl base address of like-service
 * @param zipkinUiUrl base address of the Zipkin whose pages the page links to
 */
@ConfigurationProperties("web")
record WebProperties(@DefaultValue("http://127.0.0.1:8081") URI catalogueUrl,
		@DefaultValue("http://127.0.0.1:8082") URI likesUrl, @DefaultValue("http://127.0.0.1:9411") URI zipkinUiUrl) {

}
