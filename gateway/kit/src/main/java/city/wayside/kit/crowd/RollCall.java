package city.wayside.kit.crowd;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who of a crowd is still there.
///
/// @param asked clients that sent PINGREQ
/// @param answered clients whose server answered it
/// @param endedByReason connections that ended without the client's wish since the crowd was last
///   complete, by reason
public record RollCall(int asked, int answered, SortedMap<String, Long> endedByReason) {

  /// Takes a copy.
  public RollCall {
    endedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(endedByReason));
  }

  /// True when that many clients were there, all of them answered, and none was ended.
  public boolean isComplete(int count) {
    return asked == count && answered == count && endedByReason.isEmpty();
  }
}
