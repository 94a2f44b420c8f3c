package city.wayside.town.network;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much memory an object takes with all that it refers to: counted field by field, because the
/// heap in use before and after says more about everything else that goes on.
///
/// Sizes are those of a JVM with compressed references; rounding up to eight bytes included.
public final class HeapSize {

  private static final int HEADER_BYTES = 12;
  private static final int ARRAY_HEADER_BYTES = 16;
  private static final int REFERENCE_BYTES = 4;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private long bytes;

  private HeapSize() {}

  /// The size of an object of this project's own classes, arrays and texts.
  public static long bytes(Object root) {
    HeapSize size = new HeapSize();
    size.open(root);
    while (!size.open.isEmpty()) {
      size.count(size.open.pop());
    }
    return size.bytes;
  }

  private void open(@Nullable Object found) {
    if (found != null && seen.add(found)) {
      open.push(found);
    }
  }

  private void count(Object object) {
    Class<?> type = object.getClass();
    if (object instanceof String text) {
      // One byte a character: names outside Latin-1 take two.
      bytes += aligned(HEADER_BYTES + 12) + aligned(ARRAY_HEADER_BYTES + (long) text.length());
    } else if (type.isArray()) {
      int length = Array.getLength(object);
      bytes += aligned(ARRAY_HEADER_BYTES + (long) length * bytesOf(type.getComponentType()));
      if (object instanceof Object[] elements) {
        for (Object element : elements) {
          open(element);
        }
      }
    } else if (type.getName().startsWith("city.wayside.")) {
      countFields(object, type);
    } else {
      bytes += aligned(HEADER_BYTES);
    }
  }

  private void countFields(Object object, Class<?> type) {
    long size = HEADER_BYTES;
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      size += bytesOf(field.getType());
      if (!field.getType().isPrimitive()) {
        try {
          field.setAccessible(true);
          open(field.get(object));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(field + " was made accessible", e);
        }
      }
    }
    bytes += aligned(size);
  }

  private static int bytesOf(Class<?> type) {
    if (type == long.class || type == double.class) {
      return 8;
    } else if (type == byte.class || type == boolean.class) {
      return 1;
    } else if (type == short.class || type == char.class) {
      return 2;
    }
    return REFERENCE_BYTES; // int and float, too
  }

  private static long aligned(long size) {
    return (size + 7) / 8 * 8;
  }
}
