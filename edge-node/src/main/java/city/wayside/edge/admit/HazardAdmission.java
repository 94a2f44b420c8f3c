package city.wayside.edge.admit;

import city.wayside.edge.event.EventMemory;
import city.wayside.edge.event.EventName;
import city.wayside.edge.event.HazardConfig;
import city.wayside.edge.event.KnownEvent;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.Inbound;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Judges messages about events: DENM, TIM, IVIM.
///
/// A message stands or falls as a whole with what is wrong about any of its events, because it is
/// passed on unchanged; only events that are over, or were told before, do not matter beside others
/// that are new.
public final class HazardAdmission {

  private static final Refused NOTHING =
      new Refused(Refusal.MALFORMED, "the message tells of no event");

  private final HazardConfig config;
  private final SpeakerCheck speaker;

  /// Admission by these settings.
  public HazardAdmission(HazardConfig config) {
    this.config = config;
    this.speaker = new SpeakerCheck();
  }

  /// Judges a message, and remembers its events when it is admitted. The caller holds the memory.
  public HazardAdmitting admit(Inbound inbound, List<RoadEvent> events, EventMemory memory) {
    if (inbound.length() > DownMessage.PAYLOAD_BYTES_MAX) {
      return new HazardAdmitting.Rejected(
          new Refused(
              Refusal.TOO_LARGE,
              "the message has "
                  + inbound.length()
                  + " bytes, must be at most "
                  + DownMessage.PAYLOAD_BYTES_MAX
                  + " to be passed on"));
    }
    long nowMs = inbound.receivedMs();
    long payloadCode = payloadCode(inbound);
    List<RoadEvent> news = new ArrayList<>(events.size());
    Refused why = NOTHING;
    for (RoadEvent event : events) {
      Refused wrong = wrong(inbound.client(), event, nowMs);
      if (wrong != null) {
        return new HazardAdmitting.Rejected(wrong);
      }
      Refused old = old(inbound, event, payloadCode, memory);
      if (old == null) {
        news.add(event);
      } else {
        why = old;
      }
    }
    if (news.isEmpty()) {
      return new HazardAdmitting.Rejected(why);
    }
    if (!memory.mayTell(quotaId(inbound.client(), news.getFirst()), nowMs)) {
      return new HazardAdmitting.Rejected(
          new Refused(
              Refusal.TOO_FAST,
              "the station tells of its events too often, must be at most "
                  + config.stationRatePerS()
                  + " messages a second"));
    }
    for (RoadEvent event : news) {
      EventName name = EventName.of(event.key(), inbound);
      // As long as it is told to those who subscribe later: who repeats it then renews that.
      long keptUntilMs = Math.min(event.time().untilMs(), nowMs + config.retainMsMax());
      memory.remembered(name, nowMs).admitted(event, payloadCode, keptUntilMs);
    }
    return new HazardAdmitting.Admitted(List.copyOf(news));
  }

  /// What is wrong about an event, whatever else is known.
  private @Nullable Refused wrong(Client client, RoadEvent event, long nowMs) {
    long originId = event.key().originId();
    if (originId < 0 || originId > Report.STATION_ID_MAX) {
      return outOfRange("originatingStation", "" + originId, "from 0 to " + Report.STATION_ID_MAX);
    }
    double latDeg = event.place().position().latDeg();
    double lonDeg = event.place().position().lonDeg();
    if (Double.isNaN(latDeg) || Double.isNaN(lonDeg)) {
      return new Refused(Refusal.OUT_OF_RANGE, "the event has no position, must have one");
    }
    if (Math.abs(latDeg) > 90) {
      return outOfRange("lat", "" + latDeg, "from -90 to 90");
    }
    if (Math.abs(lonDeg) > 180) {
      return outOfRange("lon", "" + lonDeg, "from -180 to 180");
    }
    Refused stranger = speaker.check(client, event);
    return stranger == null ? wrongClock(event, nowMs) : stranger;
  }

  private @Nullable Refused wrongClock(RoadEvent event, long nowMs) {
    long newestMs = Math.max(event.time().referenceMs(), event.time().detectedMs());
    if (newestMs > nowMs + config.aheadMsMax()) {
      return new Refused(
          Refusal.CLOCK,
          "the event is "
              + (newestMs - nowMs)
              + " ms ahead of the gateway's clock, must be at most "
              + config.aheadMsMax()
              + " ms");
    }
    if (event.time().referenceMs() < nowMs - config.ageMsMax()) {
      return new Refused(
          Refusal.CLOCK,
          "the message about the event is "
              + (nowMs - Math.max(0, event.time().referenceMs()))
              + " ms old, must be at most "
              + config.ageMsMax()
              + " ms");
    }
    return null;
  }

  /// Why an event brings nothing new.
  private static @Nullable Refused old(
      Inbound inbound, RoadEvent event, long payloadCode, EventMemory memory) {
    long nowMs = inbound.receivedMs();
    long untilMs = event.time().untilMs();
    if (untilMs <= nowMs) {
      return new Refused(
          Refusal.CLOCK, "the event ended " + (nowMs - Math.max(0, untilMs)) + " ms ago");
    }
    KnownEvent known = memory.known(EventName.of(event.key(), inbound), nowMs);
    if (known == null) {
      return null;
    }
    long referenceMs = event.time().referenceMs();
    if (referenceMs < known.referenceMs()) {
      return new Refused(
          Refusal.STALE,
          "a message about the event that is "
              + (known.referenceMs() - referenceMs)
              + " ms newer was taken already");
    }
    // A message that names no time seems to be as new as its receipt, and is the same nevertheless.
    boolean isSameTime =
        referenceMs == known.referenceMs() && event.termination() == known.termination();
    return isSameTime || payloadCode == known.payloadCode()
        ? new Refused(Refusal.DUPLICATE, "the same about the event was taken already")
        : null;
  }

  /// Whose quota a message uses: its station's, or the client's when the message names none.
  private static long quotaId(Client client, RoadEvent event) {
    long originId = event.key().originId();
    return originId == EventName.NO_ORIGIN
        ? Report.STATION_ID_MAX + 1 + (client.name().hashCode() & 0xFFFF_FFFFL)
        : originId;
  }

  private static long payloadCode(Inbound inbound) {
    CRC32C checksum = new CRC32C();
    checksum.update(inbound.bytes(), inbound.offset(), inbound.length());
    return ((long) inbound.length() << 32) | checksum.getValue();
  }

  private static Refused outOfRange(String field, String value, String allowed) {
    return new Refused(Refusal.OUT_OF_RANGE, field + " is " + value + ", must be " + allowed);
  }
}
