package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// The ways to the values of signal phases and timings, of one family. Read and written alike.
final class SpatPaths {

  final Framing framing;
  final Path messageMinute;
  final Path intersections;

  final SequenceType intersection;
  final IntersectionPlace key;
  final Path revision;
  final Path status;
  final Path minute;
  final Path second;
  final Path groups;

  final SequenceType group;
  final Path groupId;
  final Path phases;

  final SequenceType phase;
  final Path state;
  final Path start;
  final Path minEnd;
  final Path maxEnd;
  final Path likelyEnd;
  final Path confidence;
  final Path advices;

  final SequenceType advice;
  final Path adviceType;
  final Path adviceSpeed;
  final Path adviceClass;

  SpatPaths(Standard standard) {
    framing = Framing.of(standard, "spatem", "spat", "spat", "SPAT");
    messageMinute = Path.of(framing.type(), "timeStamp");
    intersections = Path.of(framing.type(), "intersections");

    intersection = element(intersections);
    key = IntersectionPlace.in(intersection, "id");
    revision = Path.of(intersection, "revision");
    status = Path.of(intersection, "status");
    minute = Path.of(intersection, "moy");
    second = Path.of(intersection, "timeStamp");
    groups = Path.of(intersection, "states");

    group = element(groups);
    groupId = Path.of(group, "signalGroup");
    phases = Path.of(group, "state-time-speed");

    phase = element(phases);
    state = Path.of(phase, "eventState");
    start = Path.of(phase, "timing.startTime");
    minEnd = Path.of(phase, "timing.minEndTime");
    maxEnd = Path.of(phase, "timing.maxEndTime");
    likelyEnd = Path.of(phase, "timing.likelyTime");
    confidence = Path.of(phase, "timing.confidence");
    advices = Path.of(phase, "speeds");

    advice = element(advices);
    adviceType = Path.of(advice, "type");
    adviceSpeed = Path.of(advice, "speed");
    adviceClass = Path.of(advice, "class");
  }

  /// The type of a list's elements.
  static SequenceType element(Path list) {
    return (SequenceType) ((SequenceOfType) list.target()).element();
  }
}
