package city.wayside.grid;

import city.wayside.model.config.Setting;
import java.util.List;

/// Where the grid is and how it is spread over its members.
///
/// The number of partitions is small by choice. A batch costs one operation for each partition that
/// it touches, on each side of the wire, so fewer partitions make the same batch cheaper: from a
/// client, 1,024 entries cost 5.0 µs each with 31 partitions and 7.3 µs with Hazelcast's usual 271.
/// A partition is the smallest thing that can move to another member and is worked on by one thread
/// at a time; 31 still spread evenly over as many as about eight members with four cores. It must
/// be the same for all members, and cannot change while the grid is up.
///
/// @param clusterName members and clients with the same name belong together
/// @param bindAddress the address that a member listens on
/// @param port the port that a member listens on; 0 for any free one
/// @param members the addresses of all members, for a member to join and a client to find
/// @param backupCount copies of every entry on other members
/// @param partitionCount pieces that every map is cut into
/// @param keep what is kept, and for how long
/// @param accounts what is kept of the clients of all edge nodes
public record GridConfig(
    @Setting(
            value = "Members and clients with the same cluster name belong together.",
            otherwise = "wayside")
        String clusterName,
    @Setting(
            value =
                "Address that the grid listens on; member traffic is neither signed nor sealed.",
            otherwise = "127.0.0.1")
        String bindAddress,
    @Setting(
            value = "Port that the grid listens on; 0 for any free one.",
            otherwise = "5701",
            min = 0,
            max = 65_535)
        int port,
    @Setting(
            value =
                "Members of the grid as host:port; empty for a single member, and for a client"
                    + " whose member is at bindAddress and port.",
            otherwise = "")
        List<String> members,
    @Setting(
            value = "Copies of every entry on other members, while there are so many.",
            otherwise = "1",
            min = 0,
            max = 3)
        int backupCount,
    @Setting(
            value = "Pieces that every map is cut into; the same in all members.",
            otherwise = "31",
            min = 1,
            max = 1999)
        int partitionCount,
    @Setting("What the grid keeps, and for how long.") KeepConfig keep,
    @Setting("What the grid keeps of what became of the clients' messages.")
        AccountKeepConfig accounts) {

  /// Takes a copy of the list.
  public GridConfig {
    members = List.copyOf(members);
  }

  /// The documented defaults.
  public static GridConfig defaults() {
    return new GridConfig(
        "wayside",
        "127.0.0.1",
        5701,
        List.of(),
        1,
        31,
        KeepConfig.defaults(),
        AccountKeepConfig.defaults());
  }

  /// The same with another port.
  public GridConfig withPort(int newPort) {
    return new GridConfig(
        clusterName, bindAddress, newPort, members, backupCount, partitionCount, keep, accounts);
  }

  /// The same with other members.
  public GridConfig withMembers(List<String> newMembers) {
    return new GridConfig(
        clusterName, bindAddress, port, newMembers, backupCount, partitionCount, keep, accounts);
  }

  /// The same with other limits on what is kept.
  public GridConfig withKeep(KeepConfig newKeep) {
    return new GridConfig(
        clusterName, bindAddress, port, members, backupCount, partitionCount, newKeep, accounts);
  }

  /// The same with other limits on what is kept of the clients.
  public GridConfig withAccounts(AccountKeepConfig newAccounts) {
    return new GridConfig(
        clusterName, bindAddress, port, members, backupCount, partitionCount, keep, newAccounts);
  }
}
