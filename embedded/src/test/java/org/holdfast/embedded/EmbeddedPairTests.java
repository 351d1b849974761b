package org.holdfast.embedded;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedPairTests {

	@Test
	void bothAnswer() throws Exception {
		EmbeddedPair pair = EmbeddedPair.shared();
		try (MongoClient client = MongoClients.create(pair.mongo().uri())) {
			client.getDatabase("db").getCollection("c").insertOne(new Document("_id", 1));
			assertThat(client.getDatabase("db").getCollection("c").countDocuments()).isOne();
		}
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", pair.kafka().brokers()))) {
			admin.createTopics(List.of(new NewTopic("t", 3, (short) 1))).all().get(20, TimeUnit.SECONDS);
		}
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", pair.kafka().brokers()), new StringSerializer(), new StringSerializer())) {
			assertThat(producer.send(new ProducerRecord<>("t", "a", "b")).get().offset()).isZero();
		}
		assertThat(pair.kafka().isHealthy()).isTrue();
		assertThat(pair.mongo().isHealthy()).isTrue();
	}

}
