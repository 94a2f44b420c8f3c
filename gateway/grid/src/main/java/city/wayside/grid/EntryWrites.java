package city.wayside.grid;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Many small pieces of work on the entries of a map. Each is an operation of its own, which is
/// done when its backups are: cheaper than one operation for all of them, which takes every piece
/// of work to every partition (decisions/0013).
final class EntryWrites {

  /// How many are under way at once.
  private static final int AT_ONCE_MAX = 1000;

  /// A piece of work on an entry.
  record Write<K, V, R extends @Nullable Object>(K key, EntryProcessor<K, V, R> work) {}

  private EntryWrites() {}

  /// Does the work. Blocks until the backups have all of it.
  ///
  /// @return the answers, in the order of the work
  /// @throws java.util.concurrent.CompletionException when a part failed
  static <K, V, R extends @Nullable Object> List<R> run(
      IMap<K, V> map, List<Write<K, V, R>> writes) {
    List<R> answers = new ArrayList<>(writes.size());
    for (int from = 0; from < writes.size(); from += AT_ONCE_MAX) {
      List<CompletableFuture<R>> underWay = new ArrayList<>();
      for (Write<K, V, R> write :
          writes.subList(from, Math.min(writes.size(), from + AT_ONCE_MAX))) {
        underWay.add(map.submitToKey(write.key(), write.work()).toCompletableFuture());
      }
      for (CompletableFuture<R> answer : underWay) {
        answers.add(answer.join());
      }
    }
    return answers;
  }
}
