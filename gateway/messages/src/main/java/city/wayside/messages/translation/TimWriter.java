package city.wayside.messages.translation;

import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.sae.Tim;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import city.wayside.model.message.Report;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Event to TIM in a MessageFrame (SAE J2735 TravelerInformation) with one data frame of advice.
/// Any thread; stateless.
///
/// The cause becomes its phrase ([ItisCauses]) unless the signs have that already. A TIM cannot end
/// an event: one that is ended is sent with a duration of 0. What has no field is left out: the
/// pictograms and national codes that are no MUTCD groups, speeds, accuracy, quality, relevance.
public final class TimWriter {

  private static final int TIM = 31;
  private static final int PRIORITY = 5;
  private static final int COUNTS = 128;
  private static final int PHRASES_MAX = 100;
  private static final int TEXT_CHARS_MAX = 500;
  private static final int ITIS_MAX = 65_535;
  private static final int ITIS_DIGITS_MAX = 5;
  private static final int PACKET_OCTETS = 9;
  private static final int DURATION_MAX = 31_999;
  private static final int DURATION_FOREVER = 32_000;
  private static final long MINUTE_MS = 60_000;
  private static final long SECOND_MS = 1000;
  private static final char LAST_ASCII = 126;

  /// The first millisecond of the year 1, the first that DYear has.
  private static final long TIME_MIN_MS = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();

  /// The last millisecond of the year 4094, the last that DYear has.
  private static final long TIME_MAX_MS = Instant.parse("4095-01-01T00:00:00Z").toEpochMilli() - 1;

  private static final TimPaths.Content ADVISORY = TimPaths.CONTENTS.getFirst();

  private TimWriter() {}

  /// The TIM that tells an event.
  public static Packed write(RoadEvent event) {
    long sequence = event.key().sequence();
    if (event.key().originId() < 0 || event.key().originId() > Report.STATION_ID_MAX) {
      return Packed.outOfRange(
          "key.originId is " + event.key().originId() + ", must be 0 to 4294967295");
    }
    if (sequence < 0 || sequence >>> TimTranslation.PACKET_BITS != 0) {
      return Packed.outOfRange("key.sequence is " + sequence + ", must be 0 to 2^40 - 1");
    }
    if (!event.place().position().isPosition()) {
      return Packed.outOfRange("place.position must be known");
    }
    try {
      Draft draft = new Draft(MessageFrame.MESSAGE_FRAME);
      long[] phrases = phrases(draft, event);
      if (phrases.length == 0) {
        return Packed.outOfRange("cause and signs must have one that a TIM can tell");
      }
      long frame = draft.sequence(Tim.TRAVELER_DATA_FRAME);
      putHead(draft, frame, event);
      putTime(draft, frame, event);
      draft
          .put(frame, TimPaths.REGIONS, draft.list(TimAreas.regions(draft, event)))
          .put(frame, ADVISORY.list(), draft.list(phrases));
      long tim = draft.sequence(Tim.TRAVELER_INFORMATION);
      long referenceMs = clamped(event.time().referenceMs());
      draft
          .put(tim, TimPaths.MSG_CNT, Math.floorMod(referenceMs / SECOND_MS, COUNTS))
          .put(tim, TimPaths.TIME_STAMP, ItsTime.minuteOfUnixMs(referenceMs))
          .put(tim, TimPaths.PACKET_ID, packetId(draft, event))
          .put(tim, TimPaths.DATA_FRAMES, draft.list(frame))
          .put(TimPaths.MESSAGE_ID, TIM)
          .put(TimPaths.MESSAGE, tim);
      return new Packed.Bytes(draft.encode());
    } catch (Malformed malformed) {
      return Packed.of(malformed);
    }
  }

  private static long packetId(Draft draft, RoadEvent event) throws Malformed {
    long[] octets = new long[PACKET_OCTETS];
    for (int i = 0; i < 4; i++) {
      octets[i] = (event.key().originId() >>> (8 * (3 - i))) & 0xFF;
    }
    for (int i = 0; i < 5; i++) {
      octets[4 + i] = (event.key().sequence() >>> (8 * (4 - i))) & 0xFF;
    }
    return draft.string((StringType) TimPaths.PACKET_ID.target(), octets);
  }

  private static void putHead(Draft draft, long frame, RoadEvent event) throws Malformed {
    for (int i = 0; i < TimPaths.UNUSED.size(); i++) {
      draft.put(frame, TimPaths.UNUSED.get(i), 0);
    }
    draft.put(frame, TimPaths.PRIORITY, PRIORITY);
    long group = mutcd(event);
    if (group == Tape.ABSENT) {
      StringType type = (StringType) TimPaths.FURTHER_INFO_ID.target();
      draft
          .word(frame, TimPaths.FRAME_TYPE, "advisory")
          .put(frame, TimPaths.FURTHER_INFO_ID, draft.string(type, new long[2]));
      return;
    }
    GeoPoint position = event.place().position();
    StringType angle = (StringType) TimPaths.VIEW_ANGLE.target();
    draft
        .word(frame, TimPaths.FRAME_TYPE, "roadSignage")
        .put(frame, TimPaths.SIGN_LAT, SaeQuantity.LATITUDE.wireOf(position.latDeg()))
        .put(frame, TimPaths.SIGN_LONG, TimAreas.longitude(position))
        .put(
            frame,
            TimPaths.VIEW_ANGLE,
            draft.string(angle, HeadingSlices.around(event.place().headingDeg())))
        .put(frame, TimPaths.MUTCD_CODE, group);
  }

  /// The position of the first MUTCD group among the signs, or [Tape#ABSENT].
  private static long mutcd(RoadEvent event) {
    EnumeratedType groups = (EnumeratedType) TimPaths.MUTCD_CODE.target();
    for (Sign sign : event.signs()) {
      if (sign.catalogue() == Sign.Catalogue.NATIONAL
          && sign.code().startsWith(TimTranslation.MUTCD)) {
        long group = groups.position(sign.code().substring(TimTranslation.MUTCD.length()));
        if (group != Tape.ABSENT) {
          return group;
        }
      }
    }
    return Tape.ABSENT;
  }

  private static void putTime(Draft draft, long frame, RoadEvent event) throws Malformed {
    EventTime time = event.time();
    long fromMs = clamped(time.fromMs());
    draft
        .put(
            frame,
            TimPaths.START_YEAR,
            Instant.ofEpochMilli(fromMs).atOffset(ZoneOffset.UTC).getYear())
        .put(frame, TimPaths.START_TIME, ItsTime.minuteOfUnixMs(fromMs))
        .put(
            frame,
            TimPaths.DURATION_TIME,
            event.termination() == RoadEvent.Termination.NONE ? duration(time, fromMs) : 0);
  }

  /// Whole minutes from the minute of the start to the end, rounded up.
  private static long duration(EventTime time, long fromMs) {
    if (time.untilMs() == EventTime.OPEN) {
      return DURATION_FOREVER;
    }
    long startMs = fromMs - Math.floorMod(fromMs, MINUTE_MS);
    long untilMs = clamped(time.untilMs());
    return Math.clamp(Math.ceilDiv(untilMs - startMs, MINUTE_MS), 0, DURATION_MAX);
  }

  private static long clamped(long unixMs) {
    return Math.clamp(unixMs, TIME_MIN_MS, TIME_MAX_MS);
  }

  private static long[] phrases(Draft draft, RoadEvent event) throws Malformed {
    List<Long> phrases = new ArrayList<>();
    if (!event.cause().equals(EventCause.NONE)) {
      int code = ItisCauses.codeOf(event.cause());
      Sign phrase = new Sign(Sign.Catalogue.ITIS, Integer.toString(code));
      if (event.signs().stream().noneMatch(sign -> isSame(sign, phrase))) {
        phrases.add(itis(draft, code));
      }
    }
    for (Sign sign : event.signs()) {
      if (phrases.size() == PHRASES_MAX) {
        break;
      }
      if (sign.catalogue() == Sign.Catalogue.ITIS && number(sign.code()) <= ITIS_MAX) {
        phrases.add(itis(draft, number(sign.code())));
      } else if (sign.catalogue() == Sign.Catalogue.TEXT && !sign.code().isEmpty()) {
        long cell = draft.sequence(ADVISORY.element());
        draft.text(cell, ADVISORY.text(), ascii(sign.code()));
        phrases.add(cell);
      }
    }
    return phrases.stream().mapToLong(Long::longValue).toArray();
  }

  private static boolean isSame(Sign sign, Sign phrase) {
    return sign.catalogue() == phrase.catalogue() && sign.code().equals(phrase.code());
  }

  private static long itis(Draft draft, int code) throws Malformed {
    long cell = draft.sequence(ADVISORY.element());
    draft.put(cell, ADVISORY.itis(), code);
    return cell;
  }

  /// A number of up to five digits; one above all codes for what is none.
  private static int number(String code) {
    boolean isNumber =
        !code.isEmpty()
            && code.length() <= ITIS_DIGITS_MAX
            && code.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return isNumber ? Integer.parseInt(code) : Integer.MAX_VALUE;
  }

  /// Characters that ASCII does not have become question marks.
  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), TEXT_CHARS_MAX); i++) {
      char letter = text.charAt(i);
      ascii.append(letter >= ' ' && letter <= LAST_ASCII ? letter : '?');
    }
    return ascii.toString();
  }
}
