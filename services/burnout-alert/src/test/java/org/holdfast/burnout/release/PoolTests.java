package org.holdfast.burnout.release;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How a small group's level is read in the light of all groups. */
class PoolTests {

	@Test
	void smallGroupsAreDrawnFurtherTowardsTheAgency() {
		Release release = Agency
			.of(Agency.team("A", null, 5, 40), Agency.team("B", null, 10, 60), Agency.team("C", null, 20, 75))
			.release();
		Pool pool = release.pools().getFirst();
		// computed apart from this code, from whole levels and the lower ends of bands
		assertThat(pool.mean()).isCloseTo(59.33, within(0.01));
		assertThat(pool.between()).isCloseTo(236.53, within(0.01));
		assertThat(pooled(release, "A")).isEqualTo(new Pool.Pooled(44, 30, 58));
		assertThat(pooled(release, "B")).isEqualTo(new Pool.Pooled(60, 49, 70));
		assertThat(pooled(release, "C")).isEqualTo(new Pool.Pooled(74, 66, 82));
	}

	@Test
	void groupsThatDifferByChanceOnlyHaveTheAgencysLevel() {
		Release release = Agency
			.of(Agency.team("A", null, 5, 50), Agency.team("B", null, 5, 51), Agency.team("C", null, 5, 52))
			.release();
		assertThat(pooled(release, "A")).isEqualTo(pooled(release, "C")).isEqualTo(new Pool.Pooled(51, 42, 60));
	}

	@Test
	void thePoolKnowsWhatIsPublishedAndNoMore() {
		// 5 and 9 people are the same band, 60.4 and 59.6 the same level
		assertThat(Agency.of(Agency.team("A", null, 5, 60.4), Agency.team("B", null, 9, 40)).release().pools())
			.isEqualTo(Agency.of(Agency.team("A", null, 9, 59.6), Agency.team("B", null, 5, 40)).release().pools());
	}

	@Test
	void aLimitIsNotPooled() {
		Release release = Agency
			.of(Agency.team("A", null, 5, 100), Agency.team("B", null, 9, 40), Agency.team("C", null, 9, 50))
			.release();
		assertThat(release.pools().getFirst().pooled(release.of("A").orElseThrow().figure())).isNull();
		assertThat(Agency.of(Agency.team("A", null, 5, 100), Agency.team("B", null, 9, 40)).release().pools())
			.isEqualTo(List.of());
	}

	private static Pool.Pooled pooled(Release release, String unitId) {
		return release.pools().getFirst().pooled(release.of(unitId).orElseThrow().figure());
	}

}
