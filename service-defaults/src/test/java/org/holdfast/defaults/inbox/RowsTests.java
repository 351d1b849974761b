package org.holdfast.defaults.inbox;

import com.mongodb.client.MongoClients;
import org.holdfast.embedded.EmbeddedPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowsTests {

	private Rows<Row> rows = rows();

	record Row(String id, String text) {
	}

	@BeforeEach
	void emptyTheCollection() {
		this.rows = rows();
	}

	@Test
	void aStrictSequenceTakesTheNextAndNothingElse() {
		assertThat(this.rows.append("a", 1, new Row("a", "one"))).isTrue();
		assertThat(this.rows.append("a", 2, new Row("a", "two"))).isTrue();
		assertThat(this.rows.append("a", 2, new Row("a", "again"))).isFalse();
		assertThat(this.rows.append("a", 1, new Row("a", "older"))).isFalse();
		assertThat(this.rows.find("a")).contains(new Row("a", "two"));
	}

	@Test
	void aGapStopsAStrictSequenceUntilTheMissingEventComes() {
		assertThatThrownBy(() -> this.rows.append("a", 2, new Row("a", "two"))).isInstanceOf(GapException.class)
			.hasMessage("Expected event 1 of a, got 2: events are missing in between");
		assertThat(this.rows.find("a")).isEmpty();
		this.rows.append("a", 1, new Row("a", "one"));
		assertThat(this.rows.append("a", 2, new Row("a", "two"))).isTrue();
	}

	@Test
	void theNewestStateWinsWhateverTheOrder() {
		assertThat(this.rows.put("a", 7, new Row("a", "seven"))).isTrue();
		assertThat(this.rows.put("a", 5, new Row("a", "five"))).isFalse();
		assertThat(this.rows.put("a", 7, new Row("a", "seven again"))).isFalse();
		assertThat(this.rows.put("a", 8, new Row("a", "eight"))).isTrue();
		assertThat(this.rows.findAll()).containsExactly(new Row("a", "eight"));
	}

	@Test
	void aRowThatIsGoneStaysGoneUnlessSomethingNewerComes() {
		this.rows.put("a", 1, new Row("a", "one"));
		assertThat(this.rows.remove("a", 2)).isTrue();
		assertThat(this.rows.put("a", 1, new Row("a", "one"))).isFalse();
		assertThat(this.rows.findAll()).isEmpty();
		assertThat(this.rows.put("a", 3, new Row("a", "back"))).isTrue();
		assertThat(this.rows.findAll()).hasSize(1);
	}

	private static Rows<Row> rows() {
		MongoTemplate mongo = new MongoTemplate(MongoClients.create(EmbeddedPair.shared().mongo().uri()),
				"rows-" + System.nanoTime());
		return new Rows<>(Row.class, "rows", mongo);
	}

}
