package city.wayside.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.partition.PartitionService;
import java.util.concurrent.CompletableFuture;

/// Waits until the backups have everything that this member has written so far.
///
/// A client's `setAllAsync` is done when the backups have answered. A member's is done when the
/// owners of the partitions have answered, which send to the backups but do not wait for them
/// (Hazelcast 5.7, `PartitionIteratingOperation`). A single write does wait, and backups of one
/// partition are worked on in the order in which they were sent. So one small write to each
/// partition, begun afterwards, is done only when all earlier backups are.
final class BackupFence {

  private final HazelcastInstance member;
  private final boolean hasBackups;
  private final int[] keyOfPartition;

  BackupFence(HazelcastInstance member, GridConfig config) {
    this.member = member;
    this.hasBackups = config.backupCount() > 0;
    this.keyOfPartition = keys(member.getPartitionService(), config.partitionCount());
  }

  private static int[] keys(PartitionService partitions, int partitionCount) {
    int[] keys = new int[partitionCount];
    boolean[] found = new boolean[partitionCount];
    int missing = partitionCount;
    for (int key = 0; missing > 0; key++) {
      int partition = partitions.getPartition(key).getPartitionId();
      if (!found[partition]) {
        found[partition] = true;
        keys[partition] = key;
        missing--;
      }
    }
    return keys;
  }

  /// Done when the backups have what was written before the call; at once while there is no other
  /// member to back up to.
  CompletableFuture<?> passed() {
    if (!hasBackups || member.getCluster().getMembers().size() == 1) {
      return CompletableFuture.completedFuture(null);
    }
    IMap<Integer, Boolean> fences = member.getMap(Store.FENCES);
    CompletableFuture<?>[] writes = new CompletableFuture<?>[keyOfPartition.length];
    for (int partition = 0; partition < writes.length; partition++) {
      writes[partition] =
          fences.setAsync(keyOfPartition[partition], Boolean.TRUE).toCompletableFuture();
    }
    return CompletableFuture.allOf(writes);
  }
}
