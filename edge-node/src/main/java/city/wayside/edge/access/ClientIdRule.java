package city.wayside.edge.access;

import city.wayside.model.client.ClientRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// May a client use the id that it brings? Whoever connects with an id takes over the session of
/// that id, so an id belongs to one client: the one whose name it is, or begins with. Where several
/// names fit (`bus` and `bus-12` for `bus-12-a`), it belongs to the longest that is registered.
final class ClientIdRule {

  /// So many longer names are looked up; an id that could belong to more clients is refused.
  private static final int LONGER_NAMES_MAX = 16;

  private final ClientIds allowed;
  private final Lookup<ClientRecord> byName;

  ClientIdRule(ClientIds allowed, Lookup<ClientRecord> byName) {
    this.allowed = allowed;
    this.byName = byName;
  }

  /// True when a client of this name may use the id.
  CompletionStage<Boolean> allows(Presented presented, String name) {
    String id = presented.clientId();
    if (presented.isIdAssigned() || id.isEmpty() || id.equals(name)) {
      return CompletableFuture.completedFuture(true);
    }
    return switch (allowed) {
      case ANY -> CompletableFuture.completedFuture(true);
      case NAME -> CompletableFuture.completedFuture(false);
      case NAME_AND_SUFFIX -> isSuffixed(id, name);
    };
  }

  private CompletionStage<Boolean> isSuffixed(String id, String name) {
    if (!id.startsWith(name)
        || (id.charAt(name.length()) != '-' && id.charAt(name.length()) != '/')) {
      return CompletableFuture.completedFuture(false);
    }
    List<String> longer = longerNames(id, name);
    if (longer.size() > LONGER_NAMES_MAX) {
      return CompletableFuture.completedFuture(false);
    }
    CompletionStage<Boolean> isOwn = CompletableFuture.completedFuture(true);
    for (String other : longer) {
      isOwn = isOwn.thenCombine(byName.find(other), (so, owner) -> so && owner.isEmpty());
    }
    return isOwn;
  }

  /// Names longer than the client's own that the id could belong to; no name has a `/` in it.
  private static List<String> longerNames(String id, String name) {
    int slash = id.indexOf('/');
    String nameLike = slash < 0 ? id : id.substring(0, slash);
    List<String> longer = new ArrayList<>();
    for (int end = name.length() + 1; end <= nameLike.length(); end++) {
      if (end == nameLike.length() || nameLike.charAt(end) == '-') {
        String candidate = nameLike.substring(0, end);
        if (ClientRecord.isName(candidate)) {
          longer.add(candidate);
        }
      }
    }
    return longer;
  }
}
