%% A decoded value as JSON: names as in ASN.1, bit strings as binary digits, octet strings as
%% hexadecimal digits, a choice as an object of one member, absent and default members left out.
%% The type is given as asn1ct's back end for the JSON encoding rules describes it; that back end's
%% own output is not used because it writes bit strings another way and open types not at all.
-module(uper_json).

-export([json/3, hex/1, string/1]).

json(Module, Type, Value) ->
    json(type(Module, Type), Value).

type(Module, Type) ->
    {typeinfo, {Module, list_to_existing_atom("typeinfo_" ++ atom_to_list(Type))}}.

json({typeinfo, {Module, Function}}, Value) ->
    json(Module:Function(), Value);
json({sequence_map, Name, _, [_, {_, regExtValue, _, _}]},
     #{regionId := Id, regExtValue := Value}) ->
    object([member(<<"regionId">>, integer_to_binary(Id)),
            member(<<"regExtValue">>, extension(Name, Value))]);
json({sequence_map, _, _, Components}, Value) ->
    Members = [member(Name, json(Type, map_get(Key, Value)))
               || {Name, Key, Type, Presence} <- Components,
                  is_map_key(Key, Value),
                  not is_default(Type, Presence, map_get(Key, Value))],
    object(Members);
json({sof, Type}, Values) ->
    [$[, lists:join($,, [json(Type, Value) || Value <- Values]), $]];
json({choice, _}, {asn1_ExtAlt, Unknown}) ->
    object([member(<<"unknown">>, hex(Unknown))]);
json({choice, Alternatives}, {Key, Value}) ->
    Name = atom_to_binary(Key),
    object([member(Name, json(map_get(Name, Alternatives), Value))]);
json({'ObjClassFieldType', _, _}, Value) ->
    open(Value);
json('ASN1_OPEN_TYPE', Value) ->
    open(Value);
json({Type, _Constraint}, Value) when is_tuple(Type) ->
    json(Type, Value);
json({'INTEGER_NNL', Names}, Value) when is_atom(Value) ->
    {_, Number} = lists:keyfind(Value, 1, Names),
    integer_to_binary(Number);
json({bit_string, _}, Value) ->
    bits(Value);
json({octet_string, _}, Value) ->
    hex(Value);
json({string, _}, Value) ->
    string(Value);
json(bit_string, Value) ->
    bits(Value);
json(octet_string, Value) ->
    hex(Value);
json(string, Value) ->
    string(Value);
json('NULL', _) ->
    <<"null">>;
json('BOOLEAN', Value) ->
    atom_to_binary(Value);
json(_, Value) when is_integer(Value) ->
    integer_to_binary(Value);
json({Enumerated, _}, Value)
        when Enumerated =:= 'ENUMERATED'; Enumerated =:= 'ENUMERATED_EXT' ->
    [$", atom_to_binary(Value), $"];
json('RELATIVE-OID', Value) ->
    string(lists:join($., [integer_to_list(Arc) || Arc <- tuple_to_list(Value)])).

is_default(Type, {'DEFAULT', Default}, Value) ->
    iolist_to_binary(json(Type, Default)) =:= iolist_to_binary(json(Type, Value));
is_default(_, _, _) ->
    false.

%% A regional extension. What a type's extension is called, its parent's name tells, which asn1ct
%% puts in front of an underscore.
extension(_, {asn1_OPENTYPE, Unknown}) ->
    hex(Unknown);
extension(Name, Value) ->
    [Parent | _] = string:split(atom_to_list(Name), "_"),
    Type = uper_open_types:of_parent(Parent),
    object([member(atom_to_binary(Type), json('ETSI-ITS-DSRC-AddGrpC', Type, Value))]).

%% An open type outside a regional extension: in these modules only the infrastructure support
%% items, of type NULL or INTEGER.
open({asn1_OPENTYPE, Unknown}) -> hex(Unknown);
open('NULL') -> <<"null">>;
open(Value) when is_integer(Value) -> integer_to_binary(Value).

object(Members) -> [${, lists:join($,, Members), $}].

member(Name, Value) -> [$", Name, <<"\":">>, Value].

bits(Value) -> [$", [$0 + Bit || <<Bit:1>> <= Value], $"].

hex(Value) -> [$", string:lowercase(binary:encode_hex(Value)), $"].

%% Characters as UTF-8. The IA5 strings come as lists, the UTF-8 strings as binaries.
string(Value) ->
    case unicode:characters_to_list(Value) of
        Characters when is_list(Characters) ->
            [$", unicode:characters_to_binary([escaped(C) || C <- Characters]), $"];
        _ -> error({not_utf8, Value})
    end.

escaped($") -> "\\\"";
escaped($\\) -> "\\\\";
escaped(C) when C < 32; C =:= 127 -> io_lib:format("\\u~4.16.0b", [C]);
escaped(C) -> C.
