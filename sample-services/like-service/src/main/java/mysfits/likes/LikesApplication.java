package mysfits.likes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * Counts likes.
 */
@SpringBootApplication
@EnableAsync
@ConfigurationPropertiesScan
public class LikesApplication {

	public static void main(String[] args) {
		SpringApplication.run(LikesApplication.class, args);
	}

}
