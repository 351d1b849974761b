package org.holdfast.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The library's backend, with its documents as BSON, never changed in place, found by id
 * without a scan, and with databases dropped one at a time.
 */
final class DocumentBackend extends H2Backend {

	private static final String DOCUMENTS = "databases.";

	private static final String SIZES = "meta.";

	DocumentBackend(MVStore file) {
		super(file);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return new Database(name, getMvStore(), getCursorRegistry());
	}

	private static final class Database extends H2Database {

		private final MVStore file;

		Database(String name, MVStore file, CursorRegistry cursors) {
			this.file = file;
			super(name, file, cursors);
		}

		@Override
		protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
			String fullName = getFullCollectionNamespace(name);
			MVMap<Object, Document> documents = this.file.openMap(DOCUMENTS + fullName,
					new MVMap.Builder<Object, Document>().keyType(new BsonType()).valueType(new BsonType()));
			return new Collection(this, name, options, documents, this.file.openMap(SIZES + fullName),
					this.cursorRegistry);
		}

		@Override
		protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys,
				boolean sparse) {
			this.file.openMap(getFullCollectionNamespace(collection) + "._index_" + name,
					new MVMap.Builder<KeyValue, Object>().keyType(new BsonType()).valueType(new BsonType()));
			return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
		}

		/** The library drops every database whose name begins like this one's. */
		@Override
		public void drop(Oplog oplog) {
			String own = getDatabaseName() + ".";
			for (String map : maps(DOCUMENTS + own)) {
				String collection = map.substring((DOCUMENTS + own).length());
				if (!collection.startsWith("system.")) {
					dropCollection(collection, oplog);
				}
			}
			for (String prefix : List.of(DOCUMENTS + own, SIZES + own, own)) {
				maps(prefix).forEach(this.file::removeMap);
			}
		}

		private List<String> maps(String prefix) {
			return this.file.getMapNames().stream().filter((map) -> map.startsWith(prefix)).toList();
		}

	}

	private static final class Collection extends H2Collection {

		private boolean changing;

		Collection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> documents,
				MVMap<String, Object> sizes, CursorRegistry cursors) {
			super(database, name, options, documents, sizes, cursors);
		}

		@Override
		public synchronized Document updateDocuments(Document selector, Document update, ArrayFilters arrayFilters,
				boolean multi, boolean upsert, Oplog oplog) {
			this.changing = true;
			try {
				return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
			}
			finally {
				this.changing = false;
			}
		}

		@Override
		public synchronized Document findAndModify(Document query) {
			this.changing = true;
			try {
				return super.findAndModify(query);
			}
			finally {
				this.changing = false;
			}
		}

		/**
		 * Gives copies to a change, because the library changes what it finds while
		 * others, who found it before, still encode their answers from it.
		 */
		@Override
		protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit,
				int batchSize, @Nullable Document fields) {
			QueryResult found = super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
			if (!this.changing) {
				return found;
			}
			List<Document> copies = new ArrayList<>();
			found.forEach((document) -> copies.add(document.cloneDeeply()));
			return new QueryResult(copies);
		}

		/** The library uses an index only for a query of exactly its fields. */
		@Override
		protected QueryResult matchDocuments(Document query, @Nullable Document orderBy, int skip, int limit,
				int batchSize, @Nullable Document fields) {
			Object id = "_id".equals(getIdField()) ? id(query) : null;
			if (id instanceof String || id instanceof ObjectId || id instanceof UUID) {
				return matchDocumentsFromStream(Stream.ofNullable(getDocument(id)), query, orderBy, skip, limit,
						batchSize, fields);
			}
			return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
		}

		@Override
		protected Object addDocumentInternal(Document document) {
			requireStorable(document);
			return super.addDocumentInternal(document);
		}

		@Override
		protected void handleUpdate(Object position, Document before, Document after) {
			requireStorable(after);
			super.handleUpdate(position, before, after);
		}

		/** One document that cannot be encoded would fail the commit for all. */
		private static void requireStorable(Document document) {
			ByteBuf buffer = Unpooled.buffer();
			BsonEncoder.encodeDocument(document, buffer);
			if (buffer.writerIndex() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
				throw new MongoServerError(10334, "BSONObjectTooLarge",
						"The document has %d bytes, at most %d are allowed".formatted(buffer.writerIndex(),
								BsonConstants.MAX_BSON_OBJECT_SIZE));
			}
		}

		private static @Nullable Object id(Document query) {
			if (query.get("_id") == null && query.get("$and") instanceof List<?> conditions) {
				for (Object condition : conditions) {
					if (condition instanceof Document one && one.get("_id") != null) {
						return one.get("_id");
					}
				}
			}
			return query.get("_id");
		}

	}

}
