package city.wayside.edge.inbound;

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
  /// @param kind what it would have been; absent when the topic does not say
  void turnedAway(@Nullable MessageKind kind, Refusal code);
}
