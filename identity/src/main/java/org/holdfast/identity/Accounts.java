package org.holdfast.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.holdfast.defaults.inbox.Received;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/** The accounts; every change is one conditional write to one document. */
@Component
class Accounts {

	/** The first account, which exists before anybody was imported. */
	static final String ADMINISTRATOR = "administrator";

	private final MongoOperations mongo;

	Accounts(MongoOperations mongo, Settings settings, Passwords passwords) {
		this.mongo = mongo;
		mongo.indexOps(Account.class).createIndex(new Index("signInName", Direction.ASC).unique());
		if (settings.administratorPassword() != null && find(ADMINISTRATOR).isEmpty()) {
			insert(new Account(ADMINISTRATOR, ADMINISTRATOR, "Administrator", List.of("administrator"), true, 0,
					passwords.hash(settings.administratorPassword()), null));
		}
	}

	Optional<Account> find(String staffId) {
		return Optional.ofNullable(this.mongo.findById(staffId, Account.class));
	}

	Optional<Account> named(String signInName) {
		return Optional
			.ofNullable(this.mongo.findOne(query(where("signInName").is(normal(signInName))), Account.class));
	}

	/** The account whose person may choose a password with this code now. */
	Optional<Account> invitedBy(String code, Instant now) {
		Query query = query(where("invitation.codeHash").is(Codes.hash(code)));
		return Optional.ofNullable(this.mongo.findOne(query, Account.class))
			.filter((account) -> account.isInvited(now));
	}

	/**
	 * All who may be invited.
	 * @param staffIds whom to choose from, or null for everybody
	 */
	List<Account> withoutPassword(@Nullable Collection<String> staffIds) {
		Query query = (staffIds != null) ? query(where("_id").in(staffIds)) : new Query();
		return this.mongo.find(query, Account.class).stream().filter(Account::mayBeInvited).toList();
	}

	/**
	 * Replaces the person's code.
	 * @return false if the person has chosen a password or left meanwhile
	 */
	boolean invite(String staffId, Account.Invitation invitation) {
		Query stillWithout = query(where("_id").is(staffId).and("passwordHash").exists(false).and("active").is(true));
		return this.mongo.updateFirst(stillWithout, new Update().set("invitation", invitation), Account.class)
			.getMatchedCount() == 1;
	}

	/**
	 * Spends the code and sets the password, both or neither.
	 * @return false if the code was spent or replaced meanwhile
	 */
	boolean enrol(Account account, String code, String passwordHash) {
		Query stillInvited = query(where("_id").is(account.staffId())
			.and("invitation.codeHash")
			.is(Codes.hash(code))
			.and("passwordHash")
			.exists(false)
			.and("active")
			.is(true));
		Update update = new Update().set("passwordHash", passwordHash).unset("invitation");
		return this.mongo.findAndModify(stillInvited, update, FindAndModifyOptions.options().returnNew(true),
				Account.class) != null;
	}

	/**
	 * Takes over what profile says about a person, unless something newer was read.
	 * @throws IllegalArgumentException if somebody else has that sign-in name
	 */
	void on(Received<StaffChanged> event) {
		StaffChanged staff = event.value();
		if (staff == null) {
			forget(event.key(), event.seq());
			return;
		}
		Update update = new Update().set("signInName", normal(staff.signInName()))
			.set("displayName", staff.displayName())
			.set("roles", staff.roles())
			.set("active", staff.active())
			.set("seq", event.seq());
		try {
			if (updateIfOlder(staff.staffId(), event.seq(), update) || find(staff.staffId()).isPresent()) {
				return;
			}
			insert(new Account(staff.staffId(), normal(staff.signInName()), staff.displayName(), staff.roles(),
					staff.active(), event.seq(), null, null));
		}
		catch (DuplicateKeyException ex) {
			throw new IllegalArgumentException("signInName: another account has this sign-in name", ex);
		}
	}

	/**
	 * Erases all but the number of the event, so that an older one read once more does
	 * not bring the person back.
	 */
	private void forget(String staffId, long seq) {
		Update update = new Update().set("signInName", gone(staffId))
			.set("displayName", "")
			.set("roles", List.of())
			.set("active", false)
			.set("seq", seq)
			.unset("passwordHash")
			.unset("invitation");
		if (!updateIfOlder(staffId, seq, update) && find(staffId).isEmpty()) {
			insert(new Account(staffId, gone(staffId), "", List.of(), false, seq, null, null));
		}
	}

	private boolean updateIfOlder(String staffId, long seq, Update update) {
		return this.mongo.updateFirst(query(where("_id").is(staffId).and("seq").lt(seq)), update, Account.class)
			.getMatchedCount() == 1;
	}

	private void insert(Account account) {
		this.mongo.insert(account);
	}

	/** Cannot be typed: a sign-in name is stripped of blanks. */
	private static String gone(String staffId) {
		return " gone " + staffId;
	}

	private static String normal(String signInName) {
		return signInName.strip().toLowerCase(Locale.ROOT);
	}

}
