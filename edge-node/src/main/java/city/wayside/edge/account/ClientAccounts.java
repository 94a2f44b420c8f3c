package city.wayside.edge.account;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.client.Grant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// The clients' accounts, as many as there is room for: those that were silent longest are
/// forgotten, and come back with the counts of their connection when they say something. Any
/// thread, unless it says otherwise.
public final class ClientAccounts {

  private final ConcurrentHashMap<String, ClientAccount> accounts = new ConcurrentHashMap<>();
  private final AccountConfig config;
  private final String edgeId;

  /// No accounts yet.
  ///
  /// @param edgeId unique for every start of an edge node
  public ClientAccounts(AccountConfig config, String edgeId) {
    this.config = config;
    this.edgeId = edgeId;
  }

  /// The account of a client that has just connected, with what is known of it from before. To be
  /// kept with its connection and given back by [#disconnected].
  ///
  /// @param protocol what it speaks, such as `mqtt 5`
  public ClientAccount connected(String clientId, Grant grant, String protocol, long nowMs) {
    ClientAccount account = accounts.get(clientId);
    if (account == null) {
      account = new ClientAccount(this, clientId, grant, protocol, nowMs);
    }
    account.connected(grant, protocol, nowMs);
    return account;
  }

  /// Ends a connection of an account. A newer connection of the same client stays.
  public void disconnected(ClientAccount account, long nowMs) {
    account.disconnected(nowMs);
  }

  /// Has a place in the table for an account, if there is one.
  void keep(ClientAccount account) {
    // Until the next sweep there may be twice as many, so that those who connect find room.
    if (accounts.size() < 2L * config.clientsCountMax()) {
      // Before it is in the table, so that a sweep that takes it out again has the last word. When
      // another connection's account has the place, that one is enough to list.
      account.kept(true);
      accounts.putIfAbsent(account.id(), account);
    }
  }

  /// How many accounts there are.
  public int count() {
    return accounts.size();
  }

  /// The figures of the clients that were active last, the last one first.
  public List<ClientFigures> snapshot(int countMax) {
    List<ClientFigures> figures = new ArrayList<>();
    accounts.values().forEach(account -> figures.add(account.figures(edgeId)));
    figures.sort(Comparator.comparingLong(ClientFigures::seenMs).reversed());
    return List.copyOf(figures.subList(0, Math.min(countMax, figures.size())));
  }

  /// Forgets the accounts that are too many, those that were silent longest. One thread, now and
  /// then.
  public void sweep() {
    int tooMany = accounts.size() - config.clientsCountMax();
    if (tooMany <= 0) {
      return;
    }
    record Seen(ClientAccount account, long seenMs) {}
    List<Seen> bySilence = new ArrayList<>();
    accounts.values().forEach(account -> bySilence.add(new Seen(account, account.seenMs())));
    bySilence.sort(Comparator.comparingLong(Seen::seenMs));
    for (Seen seen : bySilence.subList(0, Math.min(tooMany, bySilence.size()))) {
      accounts.remove(seen.account().id(), seen.account());
      seen.account().kept(false);
    }
  }

  /// The figures that are to be told to the grid now, as many as may be told at once: those that
  /// changed, and now and then those of clients that are only connected. The thread that tells the
  /// grid.
  ///
  /// @param roundMs figures that were told since then are left out, so that a round comes to an end
  public List<Untold> untold(long roundMs, long nowMs) {
    List<Untold> untold = new ArrayList<>();
    for (ClientAccount account : accounts.values()) {
      if (untold.size() >= config.tellCountMax()) {
        break;
      }
      ClientFigures figures = account.untold(edgeId, roundMs, nowMs, config.repeatEveryMs());
      if (figures != null) {
        untold.add(new Untold(account, figures));
      }
    }
    return untold;
  }

  /// The figures of some accounts as they are now. The thread that tells the grid.
  public List<Untold> figures(Collection<ClientAccount> some) {
    List<Untold> figures = new ArrayList<>(some.size());
    some.forEach(account -> figures.add(new Untold(account, account.figures(edgeId))));
    return figures;
  }
}
