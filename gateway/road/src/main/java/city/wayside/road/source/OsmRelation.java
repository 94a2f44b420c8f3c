package city.wayside.road.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One OpenStreetMap relation while it is read; reused from relation to relation.
final class OsmRelation {

  /// How many members one relation may have; OpenStreetMap itself allows 32,000. What is beyond is
  /// not kept: no turn restriction is nearly that long.
  static final int MEMBERS_MAX = 32_000;

  enum MemberKind {
    NODE,
    WAY,
    OTHER
  }

  record Member(MemberKind kind, long id, String role) {}

  private final Map<String, String> tags = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private long id;

  void begin(long newId) {
    id = newId;
    tags.clear();
    members.clear();
  }

  void setTag(String key, String value) {
    tags.put(key, value);
  }

  void addMember(MemberKind kind, long memberId, String role) {
    if (members.size() < MEMBERS_MAX) {
      members.add(new Member(kind, memberId, role));
    }
  }

  long id() {
    return id;
  }

  /// The value of a tag; empty where it is missing.
  String tag(String key) {
    return tags.getOrDefault(key, "");
  }

  Map<String, String> tags() {
    return tags;
  }

  /// The ids of the members of a kind in a role, in their order.
  List<Long> members(MemberKind kind, String role) {
    return members.stream()
        .filter(member -> member.kind() == kind && member.role().equals(role))
        .map(Member::id)
        .toList();
  }
}
