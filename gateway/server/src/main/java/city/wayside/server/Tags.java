package city.wayside.server;

import city.wayside.model.area.BoundingBox;
import org.jspecify.annotations.Nullable;

/// Parts of entity tags.
final class Tags {

  private Tags() {}

  /// What a box adds to a tag; nothing without a box.
  static String of(@Nullable BoundingBox box) {
    return box == null
        ? ""
        : "-%s,%s,%s,%s".formatted(box.westDeg(), box.southDeg(), box.eastDeg(), box.northDeg());
  }
}
