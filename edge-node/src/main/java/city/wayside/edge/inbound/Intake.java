package city.wayside.edge.inbound;

import city.wayside.edge.account.ClientAccounts;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// The way in, as the endpoints see it. Any event loop; never blocks.
public interface Intake {

  /// Takes one message.
  ///
  /// @return why it was refused, for the endpoint to answer at once; nothing when it was admitted.
  ///   A message that was admitted, or whose refusal [Refusal#tellsSuccess()], is answered when its
  ///   receipt comes back, for success is only true once the grid has what it speaks of
  @Nullable Refused take(Inbound inbound);

  /// Counts a message that the endpoint itself had to refuse.
  ///
  /// @param client who sent it
  /// @param kind what it would have been; absent when the topic does not say
  void turnedAway(Client client, @Nullable MessageKind kind, Refused refused);

  /// Notes that somebody broke the rules of the protocol: what came was no message, and is counted
  /// by the endpoint.
  ///
  /// @param who the client's id, or the address of one that has not come as far as having one
  void brokeRules(String who, Refused refused);

  /// The accounts of the clients: an endpoint opens one for every client that connects.
  ClientAccounts accounts();

  /// True while nothing more must be read from clients, because the grid takes nothing.
  boolean mustPause();

  /// Has a listener told of every change of [#mustPause()].
  void onPause(PauseListener listener);

  /// Tells how much later than asked for an event loop did its last timed work: to be told several
  /// times a second.
  ///
  /// @param loop the event loop's number among all of this node's, from 0
  void loopLag(int loop, long lagMs);
}
