package city.wayside.messages.uper;

/// A member of a [SequenceType] or an alternative of a [ChoiceType].
///
/// @param name its name in the standard
/// @param type what it holds
/// @param optional true when it may be left out
/// @param group true when it is a version bracket `[[ ]]`, whose members are the sequence's own
/// @param key position of the sequence's field that says what this open type holds; -1 for others
/// @param otherwise the value of a field that is left out (`DEFAULT`); [Tape#ABSENT] for none
public record Field(
    String name, Type type, boolean optional, boolean group, int key, long otherwise) {}
