package mysfits.web;

import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * The clients of the two services behind the page: one of each kind that Spring offers,
 * to show that both are traced.
 */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	@Bean
	RestClient catalogueRestClient(RestClient.Builder builder, WebProperties properties) {
		return builder.baseUrl(properties.catalogueUrl()).build();
	}

	@Bean
	RestTemplate likesRestTemplate(RestTemplateBuilder builder, WebProperties properties) {
		// Boot 4.1 has a shorter way, 4.0 has not
		return builder.uriTemplateHandler(new DefaultUriBuilderFactory(properties.likesUrl().toString())).build();
	}

}
