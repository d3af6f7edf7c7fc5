package mysfits.likes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Counts likes.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LikesApplication {

	public static void main(String[] args) {
		SpringApplication.run(LikesApplication.class, args);
	}

}
