package city.wayside.edge.endpoint.coap;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.network.stack.KeyUri;
import org.jspecify.annotations.Nullable;

/// The payloads that come in blocks and are not whole yet: how many there are, and whose. Each has
/// all its room from its first block on, and whoever invents addresses can begin as many as it
/// likes. So half of the places are for those alone who have proven that they are where they say,
/// and nobody has more than a small part of them. Any thread.
final class Transfers {

  /// Of so many places one sender has one.
  static final int SHARE = 16;

  /// What is said to somebody who begins a transfer.
  enum Answer {
    /// It may.
    TAKEN,
    /// It may once it has proven that it is where it says.
    UNPROVEN,
    /// There is no place for it.
    FULL
  }

  /// Whose places are counted together. What is begun in somebody's name by those who invent
  /// addresses takes nothing from what it has itself.
  ///
  /// @param sender a client, or an address
  /// @param isProven whether it has proven to be where it says
  private record Owner(Object sender, boolean isProven) {}

  private record Place(Owner owner, long sinceNs) {}

  private final int placesMax;
  private final int shareMax;
  private final long lifetimeNs;
  // Guarded by this, as is the other. The one whose last block came first comes first.
  private final LinkedHashMap<KeyUri, Place> places = new LinkedHashMap<>();
  private final Map<Owner, Integer> counts = new HashMap<>();

  /// None yet.
  Transfers(CoapLimits limits) {
    this.placesMax = limits.assembliesMax();
    this.shareMax = Math.max(1, placesMax / SHARE);
    this.lifetimeNs = TimeUnit.MILLISECONDS.toNanos(limits.assemblyMs());
  }

  /// Begins a transfer. One that takes the place of another with the same key may always.
  ///
  /// @param isProven whether the sender has proven to be where it says
  synchronized Answer begin(KeyUri key, Object sender, boolean isProven, long nowNs) {
    forgetOld(nowNs);
    Place before = places.get(key);
    if (before == null) {
      Owner owner = new Owner(sender, isProven);
      int roomMax = isProven ? placesMax : placesMax / 2;
      if (places.size() >= roomMax || counts.getOrDefault(owner, 0) >= shareMax) {
        return isProven ? Answer.FULL : Answer.UNPROVEN;
      }
      counts.merge(owner, 1, Integer::sum);
      places.put(key, new Place(owner, nowNs));
    } else {
      places.putLast(key, new Place(before.owner(), nowNs));
    }
    return Answer.TAKEN;
  }

  /// Another block has come.
  synchronized void goesOn(KeyUri key, long nowNs) {
    Place before = places.get(key);
    if (before != null) {
      places.putLast(key, new Place(before.owner(), nowNs));
    }
  }

  /// It is whole, or was given up.
  synchronized void end(KeyUri key) {
    leave(places.remove(key));
  }

  private void leave(@Nullable Place place) {
    if (place != null) {
      counts.computeIfPresent(place.owner(), (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  private void forgetOld(long nowNs) {
    Iterator<Place> oldest = places.values().iterator();
    while (oldest.hasNext()) {
      Place place = oldest.next();
      if (nowNs - place.sinceNs() < lifetimeNs) {
        return;
      }
      oldest.remove();
      leave(place);
    }
  }

  /// How many there are.
  synchronized int count() {
    return places.size();
  }
}
