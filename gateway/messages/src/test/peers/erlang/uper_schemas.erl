%% Prepares the official modules in a work folder so that asn1ct takes them, and compiles them.
%% Nothing of them is kept in the repository. What is changed, and why:
%%
%% - `WITH SUCCESSORS` is taken out: asn1ct does not know it.
%% - `(WITH COMPONENTS ...)` is taken out: asn1ct knows it only in part, and none of those here can
%%   be seen in PER.
%% - `(SIZE (1..4), ...)` becomes `(SIZE (1..4, ...))`, which is the same on the wire: of the first,
%%   asn1ct forgets the extension bit, and every IVIM with road signs is misread.
%% - The names of single bits are taken out: with them asn1ct gives names and loses how many bits
%%   there were. Names are not on the wire.
%% - `segment-carriagewayOrLane` of the third edition of IVI gets its name of the second, `segment`,
%%   by which the reference messages know it.
%% - The modules of protocol version 1 get the ending `-V1`, to be told apart.
%% - Imports lose their object identifiers: the modules here are one set, found by name.
%% - The common data dictionary is release 1's (1.3.1), as in the messages. What the signal and sign
%%   modules import beyond it comes from dictionary 2.2.1, definition by definition, because asn1ct
%%   does not compile that one as a whole.
-module(uper_schemas).

-export([main/1]).

-define(DICTIONARY, "ITS-Container").

%% Ends the process: with 0 when every module is compiled.
main([Schemas, Work]) ->
    try
        lists:foreach(fun(Name) -> compile(Name, Work) end, prepare(Schemas, Work)),
        halt(0)
    catch
        Class:Reason:Stack ->
            io:format(standard_error, "~p ~tp~n~tp~n", [Class, Reason, Stack]),
            halt(1)
    end.

%% Besides the packed rules, the JSON rules: their back end writes down every type (uper_json).
compile(Name, Work) ->
    Options = [uper, maps, jer, undec_rest, {outdir, Work}, {i, Work}],
    case asn1ct:compile(filename:join(Work, Name ++ ".asn"), Options) of
        ok -> ok;
        Failed -> error({Name, Failed})
    end.

%% Writes the prepared modules and gives their names.
prepare(Schemas, Work) ->
    Read = fun(File) -> modules(filename:join(Schemas, File)) end,
    Old = [{Name ++ "-V1", marked(Text)} || {Name, Text} <- lists:flatmap(Read, version_1())],
    [{?DICTIONARY, Release1}] = Read("release1/TS102894-2v131-CDD.asn"),
    [{_, Release2}] = Read("ts103301-v221/cdd_2_2_1.asn"),
    Signals = Read("ts103301-v221/dsrc_2_2_1.asn"),
    [{"IVIM-PDU-Descriptions", _} | Signs] = Read("ts103301-v221/ivim_2_2_1.asn"),
    Wanted = lists:flatmap(fun({_, Text}) -> dictionary_imports(Text) end, Signals ++ Signs),
    Dictionary = {?DICTIONARY, completed(Release1, Release2, Wanted)},
    Messages = lists:flatmap(Read, release_1()),
    All = Old ++ [Dictionary | Signals ++ Signs ++ Messages],
    lists:foreach(fun({Name, Text}) -> write(Work, Name, imports(Text)) end, All),
    open_types(Work, proplists:get_value("ETSI-ITS-DSRC-REGION", Signals)),
    [Name || {Name, _} <- All].

version_1() ->
    ["protocol-version-1/" ++ Name || Name <- ["ITS-Container.asn", "CAM.asn", "DENM.asn"]].

release_1() ->
    ["release1/" ++ Name ++ ".asn" || Name <- [
        "EN302637-2v141-CAM", "EN302637-3v131-DENM", "TS103301v211-SPATEM", "TS103301v211-MAPEM",
        "TS103301v211-SREM", "TS103301v211-SSEM", "TS103301v211-IVIM"]].

write(Work, Name, Text) ->
    ok = file:write_file(filename:join(Work, Name ++ ".asn"), Text).

%% The modules of a file, name and text, changed as the head of this file says.
modules(File) ->
    {ok, Octets} = file:read_file(File),
    found("^\\s*([A-Z][\\w-]*)\\s*(?:\\{[^}]*\\})?\\s*DEFINITIONS.*?^END\\b", changed(Octets)).

%% The definitions of a module, name and text.
definitions(Module) ->
    found("^([A-Z][\\w-]*)\\s*::=.*?(?=^\\w[^\\n]*::=|^END\\b)", Module).

found(Pattern, Text) ->
    Options = [global, multiline, dotall, {capture, [1, 0], list}],
    {match, Found} = re:run(Text, Pattern, Options),
    [{Name, Whole} || [Name, Whole] <- Found].

changed(Text) ->
    replaced(Text, [
        {"/\\*.*?\\*/", ""},
        {"--[^\\n]*?(--|(?=\\n))", ""},
        {"WITH\\s+SUCCESSORS", ""},
        {"WITH\\s+COMPONENTS\\s*(\\{([^{}]|(?1))*\\})", ""},
        {"(\\(([\\s|]|(?1))*\\))", ""},
        {"SIZE\\s*\\(([^()]*)\\)\\s*,\\s*\\.\\.\\.\\s*\\)", "SIZE (\\1,...))"},
        {"BIT\\s+STRING\\s*\\{[^}]*\\}", "BIT STRING"},
        {"\\bsegment-carriagewayOrLane\\b", "segment"}]).

marked(Text) ->
    replaced(Text, [{"\\b((?:CAM|DENM)-PDU-Descriptions|ITS-Container)\\b", "\\1-V1"}]).

imports(Text) ->
    replaced(Text, [
        {"FROM\\s+([A-Z][\\w-]*)\\s*\\{[^}]*\\}", "FROM \\1"},
        {"FROM\\s+ETSI-ITS-CDD\\b", "FROM " ?DICTIONARY},
        {"FROM\\s+DSRC\\b", "FROM ETSI-ITS-DSRC"}]).

replaced(Text, Changes) ->
    lists:foldl(
        fun({Pattern, Instead}, Now) ->
            re:replace(Now, Pattern, Instead, [global, dotall, {return, list}])
        end,
        Text, Changes).

dictionary_imports(Text) ->
    case re:run(Text, "([\\w\\s,-]*?)FROM\\s+ETSI-ITS-CDD\\b", [{capture, [1], list}]) of
        {match, [Names]} -> names(Names);
        nomatch -> []
    end.

names(Text) ->
    {match, Found} = re:run(Text, "\\b[A-Z][\\w-]*", [global, {capture, first, list}]),
    lists:append(Found).

%% The older dictionary with those wanted definitions that only the newer has, and theirs in turn.
completed(Older, Newer, Wanted) ->
    Known = sets:from_list([Name || {Name, _} <- definitions(Older)]),
    Added = closure(Wanted, maps:from_list(definitions(Newer)), Known),
    re:replace(Older, "^END\\b", [Added, "\nEND"], [multiline, {return, list}]).

closure([], _, _) ->
    [];
closure([Name | Rest], Newer, Known) ->
    case {sets:is_element(Name, Known), Newer} of
        {false, #{Name := Text}} ->
            [Text | closure(names(Text) ++ Rest, Newer, sets:add_element(Name, Known))];
        _ -> closure(Rest, Newer, Known)
    end.

%% A module that says which type a regional extension has, by the type that it extends: asn1ct
%% decodes it, but tells its name nowhere.
open_types(Work, Region) ->
    Pattern = "Reg-([\\w-]+)\\s+REG-EXT-ID-AND-TYPE\\s*::=\\s*\\{\\s*\\{\\s*([\\w-]+)",
    {match, Found} = re:run(Region, Pattern, [global, {capture, [1, 2], list}]),
    Clauses = [io_lib:format("of_parent(~p) -> ~p", [Parent, list_to_atom(Type)])
               || [Parent, Type] <- Found],
    Source = filename:join(Work, "uper_open_types.erl"),
    ok = file:write_file(Source, ["-module(uper_open_types).\n-export([of_parent/1]).\n",
                                  lists:join(";\n", Clauses), ".\n"]),
    {ok, _} = compile:file(Source, [{outdir, Work}]).
