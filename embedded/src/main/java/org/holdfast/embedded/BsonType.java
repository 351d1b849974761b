package org.holdfast.embedded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents, their ids and the keys of their indexes in the file as BSON. By
 * default they would be serialized Java objects, again for every comparison of two keys,
 * and equal keys could differ in their bytes.
 */
final class BsonType extends BasicDataType<Object> {

	private static final byte MISSING = 0x60;

	private static final byte KEY = 0x61;

	@Override
	public int compare(Object one, Object other) {
		if (one instanceof KeyValue key && other instanceof KeyValue otherKey) {
			for (int i = 0; i < Math.min(key.size(), otherKey.size()); i++) {
				int order = compareValues(key.get(i), otherKey.get(i));
				if (order != 0) {
					return order;
				}
			}
			return Integer.compare(key.size(), otherKey.size());
		}
		return compareValues(one, other);
	}

	private static int compareValues(@Nullable Object one, @Nullable Object other) {
		if (one == other) {
			return 0;
		}
		if (one instanceof String text && other instanceof String otherText) {
			return text.compareTo(otherText);
		}
		if (one instanceof Double number && other instanceof Double otherNumber) {
			return number.compareTo(otherNumber);
		}
		return Arrays.compareUnsigned(bytes(one), bytes(other));
	}

	private static byte[] bytes(@Nullable Object value) {
		ByteBuf buffer = Unpooled.buffer();
		encode(value, buffer);
		return Arrays.copyOf(buffer.array(), buffer.writerIndex());
	}

	@Override
	public void write(WriteBuffer target, Object value) {
		ByteBuf buffer = Unpooled.buffer();
		encode(value, buffer);
		target.put(ByteBuffer.wrap(buffer.array(), 0, buffer.writerIndex()));
	}

	private static void encode(@Nullable Object value, ByteBuf buffer) {
		if (value instanceof KeyValue key) {
			buffer.writeByte(KEY).writeByte(key.size());
			key.forEach((part) -> encode(part, buffer));
		}
		else if (value instanceof Missing) {
			buffer.writeByte(MISSING);
		}
		else {
			byte type = BsonEncoder.determineType(value);
			buffer.writeByte(type);
			BsonEncoder.encodeValue(type, value, buffer);
		}
	}

	@Override
	public void read(ByteBuffer source, Object storage, int length) {
		ByteBuf buffer = Unpooled.wrappedBuffer(source);
		for (int i = 0; i < length; i++) {
			cast(storage)[i] = decode(buffer);
		}
		source.position(source.position() + buffer.readerIndex());
	}

	@Override
	public Object read(ByteBuffer source) {
		ByteBuf buffer = Unpooled.wrappedBuffer(source);
		Object value = decode(buffer);
		source.position(source.position() + buffer.readerIndex());
		return value;
	}

	private static Object decode(ByteBuf buffer) {
		byte type = buffer.readByte();
		return switch (type) {
			case MISSING -> Missing.getInstance();
			case KEY -> {
				@Nullable Object[] parts = new @Nullable Object[buffer.readByte()];
				for (int i = 0; i < parts.length; i++) {
					parts[i] = decode(buffer);
				}
				yield new KeyValue(parts);
			}
			default -> BsonDecoder.decodeValue(type, buffer);
		};
	}

	/** Roughly, in bytes; it decides when a page is split and what fits the cache. */
	@Override
	public int getMemory(@Nullable Object value) {
		return switch (value) {
			case null -> 0;
			case String text -> 48 + text.length();
			case Map<?, ?> map -> {
				int sum = 64;
				for (Map.Entry<?, ?> entry : map.entrySet()) {
					sum += 32 + getMemory(entry.getKey()) + getMemory(entry.getValue());
				}
				yield sum;
			}
			case Collection<?> values -> {
				int sum = 48;
				for (Object each : values) {
					sum += getMemory(each);
				}
				yield sum;
			}
			case KeyValue key -> {
				int sum = 64;
				for (Object each : key) {
					sum += getMemory(each);
				}
				yield sum;
			}
			case BinData data -> 48 + data.getData().length;
			default -> 32;
		};
	}

	@Override
	public Object[] createStorage(int size) {
		return new Object[size];
	}

}
