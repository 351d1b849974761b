package org.holdfast.defaults.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on a real broker and a real database, over real HTTP. They run in
 * process, unless {@code HOLDFAST_KAFKA_BROKERS} and {@code HOLDFAST_MONGODB_URI} name
 * others; {@link OnContainers} runs the same test on Apache Kafka's and MongoDB's images.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Surroundings.class)
@Import(KafkaProbe.class)
@ActiveProfiles("test")
@DirtiesContext
public @interface WholeService {

}
