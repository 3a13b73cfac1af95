"""Slotted dataclasses that cost little to define: nothing is compiled before the first one of a class is made.

The standard library compiles up to ten methods for each class; for the hundred classes of a run that takes as long as
checking an article. To users of a class and to type checkers there is no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    import operator

    def dataclass(*, slots, frozen=False, order=False):
        """Return the decorator that makes a class a slotted dataclass."""
        if not slots:
            raise TypeError("a class without slots is dataclasses.dataclass's to make")

        def _make(kind):
            fields = _find_fields(kind)
            kind = _with_slots(kind, fields, _make_comparisons(fields.values(), frozen, order), frozen)
            kind.__init__ = _compiling(kind)
            return kind

        return _make

    def _find_fields(kind):
        """Return the fields of a class by their names, those that it inherits first."""
        fields = dict(getattr(kind, "__dataclass_fields__", ()))
        for name, hint in kind.__annotations__.items():
            if hint.startswith("ClassVar"):  # all annotations of ours are texts
                continue
            said = kind.__dict__.get(name, dataclasses.MISSING)
            field = fields[name] = said if isinstance(said, dataclasses.Field) else dataclasses.field(default=said)
            field.name, field.type, field._field_type = name, hint, dataclasses._FIELD
            field.kw_only = False
        return fields

    def _with_slots(kind, fields, methods, frozen):
        """Return a class anew: slots cannot be added to one."""
        inherited = {slot for base in kind.__mro__[1:] for slot in getattr(base, "__slots__", ())}
        names = {
            name: value for name, value in kind.__dict__.items() if name not in (*fields, "__dict__", "__weakref__")
        }
        names |= {
            "__slots__": tuple(name for name in fields if name not in inherited),
            "__dataclass_fields__": fields,
            "__match_args__": tuple(name for name, field in fields.items() if field.init),
            "__repr__": _make_repr,
            **methods,
            **(_FROZEN if frozen else {}),
        }
        made = type(kind)(kind.__name__, kind.__bases__, names)
        made.__qualname__ = kind.__qualname__
        return made

    def _compiling(kind):
        """Return an `__init__` that compiles the one to take its place, and calls it."""

        def compile_and_call(self, *values, **named):
            kind.__init__ = _compile_init(kind)
            kind.__init__(self, *values, **named)

        return compile_and_call

    def _compile_init(kind):
        """Return the `__init__` of a class's fields; it goes round the `__setattr__` of a frozen one."""
        scope, parameters, lines = {"missing_": dataclasses.MISSING}, ["self"], []
        for field in dataclasses.fields(kind):
            name = field.name
            scope |= {f"set_{name}": getattr(kind, name).__set__, f"default_{name}": field.default}
            scope[f"make_{name}"] = field.default_factory
            _make = field.default_factory is not dataclasses.MISSING
            optional = _make or field.default is not dataclasses.MISSING
            if field.init:
                parameters.append(f"{name}=default_{name}" if optional else name)
                value = f"make_{name}() if {name} is missing_ else {name}" if _make else name
            elif optional:
                value = f"make_{name}()" if _make else f"default_{name}"
            else:
                continue
            lines.append(f"set_{name}(self, {value})")
        if hasattr(kind, "__post_init__"):
            lines.append("self.__post_init__()")
        exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines), scope)  # noqa: S102 - fields' names only
        return scope["__init__"]

    def _make_repr(self):
        values = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(values)})"

    def _make_comparisons(fields, frozen, order):
        """Return the methods that compare the fields of two, which must be of one class."""
        key = operator.attrgetter(*(field.name for field in fields if field.compare))

        def compare_fields(by):
            return lambda one, other: by(key(one), key(other)) if type(one) is type(other) else NotImplemented

        names = ("__eq__", *(_ORDER if order else ()))
        return {
            **{name: compare_fields(getattr(operator, name)) for name in names},
            "__hash__": (lambda one: hash(key(one))) if frozen else None,
        }

    def _refuse(_, name, *_value):
        raise dataclasses.FrozenInstanceError(f"field {name!r} cannot be changed")

    def _restore(one, state):
        for name, value in state[1].items():  # the first item is what a class without slots would have
            object.__setattr__(one, name, value)

    _FROZEN = {"__setattr__": _refuse, "__delattr__": _refuse, "__setstate__": _restore}
    _ORDER = ("__lt__", "__le__", "__gt__", "__ge__")
