package city.wayside.edge.inbound;

import city.wayside.edge.account.AccountConfig;
import city.wayside.edge.account.ClientAccount;
import city.wayside.edge.account.ClientAccounts;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;

/// A client of no protocol.
///
/// @param id its id
/// @param grant what it may do
/// @param acknowledger where its receipts go
/// @param account where its messages are counted
public record FakeClient(String id, Grant grant, Acknowledger acknowledger, ClientAccount account)
    implements Client {

  /// A client that may speak for everybody, with an account that nobody else sees.
  public static FakeClient of(String id, Acknowledger acknowledger) {
    return of(id, vehicle(id, SpeaksFor.EVERYONE), acknowledger);
  }

  /// The same with a grant.
  public static FakeClient of(String id, Grant grant, Acknowledger acknowledger) {
    ClientAccounts accounts = new ClientAccounts(AccountConfig.defaults(), "edge-0");
    return of(id, grant, acknowledger, accounts);
  }

  /// The same with an account among others.
  public static FakeClient of(
      String id, Grant grant, Acknowledger acknowledger, ClientAccounts accounts) {
    return new FakeClient(id, grant, acknowledger, accounts.connected(id, grant, "fake", 0));
  }

  /// What a vehicle may do.
  public static Grant vehicle(String name, SpeaksFor speaksFor) {
    return new Grant(name, ClientRole.VEHICLE, speaksFor, 1000);
  }

  /// What a road-side unit may do.
  public static Grant rsu(String name, SpeaksFor speaksFor) {
    return new Grant(name, ClientRole.RSU, speaksFor, 1000);
  }
}
