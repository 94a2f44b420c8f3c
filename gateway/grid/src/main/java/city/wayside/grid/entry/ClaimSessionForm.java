package city.wayside.grid.entry;

import city.wayside.model.session.SessionClaim;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// How a claim travels.
final class ClaimSessionForm implements CompactSerializer<ClaimSession> {

  @Override
  public ClaimSession read(CompactReader in) {
    SessionClaim claim =
        new SessionClaim(
            String.valueOf(in.readString("clientId")),
            in.readBoolean("isCleanStart"),
            in.readInt64("expiryS"));
    return new ClaimSession(
        String.valueOf(in.readString("edgeId")),
        claim,
        in.readInt64("nowMs"),
        in.readInt64("silenceS"));
  }

  @Override
  public void write(CompactWriter out, ClaimSession claim) {
    out.writeString("edgeId", claim.edgeId());
    out.writeString("clientId", claim.claim().clientId());
    out.writeBoolean("isCleanStart", claim.claim().isCleanStart());
    out.writeInt64("expiryS", claim.claim().expiryS());
    out.writeInt64("nowMs", claim.nowMs());
    out.writeInt64("silenceS", claim.silenceS());
  }

  @Override
  public String getTypeName() {
    return "claimSession";
  }

  @Override
  public Class<ClaimSession> getCompactClass() {
    return ClaimSession.class;
  }
}
